package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.util.List;
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

  /**
   * @param detail said as text, null for none
   */
  static CodeableConcept reason(Reason reason, String detail) {
    return concept(Words.REASON, reason.code()).setText(detail);
  }

  /** The purpose among categories; transactional where none is given. */
  static Purpose purpose(List<CodeableConcept> categories) {
    return categories.stream()
        .flatMap(category -> category.getCoding().stream())
        .filter(coding -> Words.PURPOSE.equals(coding.getSystem()))
        .flatMap(coding -> Purpose.of(coding.getCode()).stream())
        .findFirst()
        .orElse(Purpose.TRANSACTIONAL);
  }

  static Extension extension(String id, Type value) {
    return new Extension(Words.extension(id), value);
  }

  static Extension extension(String id, String code) {
    return extension(id, new CodeType(code));
  }
}
