import { useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { OfferFields } from './offer-fields.tsx';
import { useOffer } from './use-offer.ts';

function OfferForm({ jobId }: { jobId: string }) {
  const offer = useOffer(jobId);
  return (
    <Page
      title="放时间"
      foot={
        <Button kind="main" icon="check" busy={offer.busy} busyWords="正在放" disabled={offer.missing ?? false} onTap={() => void offer.send()}>
          放 {offer.starts.length} 个时间
        </Button>
      }
    >
      <OfferFields form={offer.form} change={offer.change} />
    </Page>
  );
}

/** 放时间: when the employer can meet people, who then choose. */
export default function Offer() {
  const { jobId = '' } = useParams('/areas/interviews/offer/index');
  return <RecruiterOnly title="放时间">{() => <OfferForm jobId={jobId} />}</RecruiterOnly>;
}
