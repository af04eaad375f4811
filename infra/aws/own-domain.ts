import { Aws, CfnCondition, CfnOutput, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { CfnApiMapping, CfnDomainName, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';

/**
 * The domain that WeChat and browsers ask, when the deployment names one with its certificate. In China it needs its ICP filing
 * first, so a stage can stand without it.
 */
export class OwnDomain extends Construct {
  constructor(stack: Stack, id: string, http: HttpApi) {
    super(stack, id);
    const name = new CfnParameter(stack, 'DomainName', { default: '', description: 'Domain of the API, filed for ICP in China; empty for none' });
    const certificate = new CfnParameter(stack, 'CertificateArn', { default: '', description: 'Certificate of that domain in ACM of this region' });
    const isNamed = new CfnCondition(stack, 'HasDomain', { expression: Fn.conditionNot(Fn.conditionEquals(name.valueAsString, '')) });
    const domain = new CfnDomainName(this, 'Name', {
      domainName: name.valueAsString,
      domainNameConfigurations: [{ certificateArn: certificate.valueAsString, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' }],
    });
    const mapping = new CfnApiMapping(this, 'Mapping', { apiId: http.apiId, domainName: domain.ref, stage: '$default' });
    for (const one of [domain, mapping]) one.cfnOptions.condition = isNamed;
    // the mapping names the stage by its word only
    mapping.node.addDependency(...http.node.findAll().filter((child) => child.node.id === 'Live'));
    const target = new CfnOutput(stack, 'DomainTarget', { value: domain.attrRegionalDomainName, description: `CNAME of the domain in ${Aws.REGION}` });
    target.condition = isNamed;
  }
}
