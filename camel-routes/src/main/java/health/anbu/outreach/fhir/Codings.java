package health.anbu.outreach.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** Writes codes and extensions of our own. */
final class Codings {

  private Codings() {}

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
  }

  static Extension extension(String id, Type value) {
    return new Extension(Words.extension(id), value);
  }

  static Extension extension(String id, String code) {
    return extension(id, new CodeType(code));
  }
}
