package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Evidence;
import org.hl7.fhir.r4.model.Resource;

/** A resource as the planner carries it around: opaque there, open here. */
record FhirEvidence(Resource resource) implements Evidence {

  @Override
  public String reference() {
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }

  @Override
  public String versioned() {
    String version = resource.getIdElement().getVersionIdPart();
    String known = version == null ? resource.getMeta().getVersionId() : version;
    return known == null ? reference() : reference() + "/_history/" + known;
  }

  static Resource of(Evidence evidence) {
    return ((FhirEvidence) evidence).resource();
  }
}
