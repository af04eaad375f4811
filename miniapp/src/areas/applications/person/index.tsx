import { useParams } from '../../../nav.ts';
import { Page } from '../../../ui/page.tsx';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { PersonPart } from '../person-part.tsx';

/** One person who applied, on a phone. */
export default function Applicant() {
  const { jobId = '', workerId = '' } = useParams('/areas/applications/person/index');
  return (
    <RecruiterOnly title="来投的人">
      {() => (
        <Page title="来投的人">
          <PersonPart jobId={jobId} workerId={workerId} />
        </Page>
      )}
    </RecruiterOnly>
  );
}
