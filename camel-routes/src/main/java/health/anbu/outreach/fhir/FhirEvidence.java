package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Evidence;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource as the planner carries it around: opaque there, open here.
 *
 * @param resource what expressions look at
 * @param named what the evidence is called by; nearly always the same
 */
record FhirEvidence(Resource resource, Resource named) implements Evidence {

  FhirEvidence(Resource resource) {
    this(resource, resource);
  }

  @Override
  public String reference() {
    return named.fhirType() + "/" + named.getIdElement().getIdPart();
  }

  @Override
  public String versioned() {
    String version = named.getIdElement().getVersionIdPart();
    String known = version == null ? named.getMeta().getVersionId() : version;
    return known == null ? reference() : reference() + "/_history/" + known;
  }

  @Override
  public String unknownModifier() {
    return resource instanceof DomainResource domain && domain.hasModifierExtension()
        ? String.valueOf(domain.getModifierExtension().get(0).getUrl())
        : null;
  }

  static Resource of(Evidence evidence) {
    return ((FhirEvidence) evidence).resource();
  }
}
