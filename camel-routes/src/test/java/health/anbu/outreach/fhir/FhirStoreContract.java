package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.fhir.FhirStore.RefusedByStore;
import health.anbu.outreach.fhir.FhirStore.WriteConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What every adapter of the port to FHIR does alike. */
public interface FhirStoreContract {

  FhirStore store();

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Patient newPatient() {
    Patient patient = new Patient();
    patient.setId(newId());
    return patient;
  }

  private static Encounter encounter(String patient) {
    Encounter encounter = new Encounter();
    encounter.setId(newId());
    encounter.setStatus(EncounterStatus.FINISHED);
    encounter.getClass_().setCode("AMB");
    encounter.setSubject(new Reference("Patient/" + patient));
    return encounter;
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }

  private static Bundle puts(String ifMatch, Resource... resources) {
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (Resource resource : resources) {
      bundle
          .addEntry()
          .setResource(resource)
          .getRequest()
          .setMethod(HTTPVerb.PUT)
          .setIfMatch(ifMatch)
          .setUrl(resource.fhirType() + "/" + id(resource));
    }
    return bundle;
  }

  @Test
  default void readsWhatItWrote() {
    Patient patient = newPatient();
    Bundle answer = store().transact(puts(null, patient));
    assertThat(answer.getEntry()).hasSize(1);
    assertThat(answer.getEntryFirstRep().getResponse().getStatus()).startsWith("201");
    assertThat(answer.getEntryFirstRep().getResponse().getLocation()).contains(id(patient));
    assertThat(answer.getEntryFirstRep().getResponse().getEtag()).contains("1");
    assertThat(store().read(Patient.class, id(patient))).isPresent();
  }

  @Test
  default void leavesTheBundleAsItWas() {
    Bundle bundle = puts(null, newPatient());
    String before = bundle.getEntryFirstRep().getResource().getId();
    store().transact(bundle);
    assertThat(bundle.getEntryFirstRep().getResource().getId()).isEqualTo(before);
  }

  @Test
  default void findsNothingWhereNothingIs() {
    assertThat(store().read(Patient.class, newId())).isEmpty();
    assertThat(store().history(Patient.class, newId())).isEmpty();
    assertThat(store().search(Query.of("Encounter").where("patient", newId()))).isEmpty();
  }

  @Test
  default void handsOverEveryMatchPageByPage() {
    Patient one = newPatient();
    Patient two = newPatient();
    store().transact(puts(null, one, two));
    List<Encounter> encounters = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      encounters.add(encounter(id(i % 2 == 0 ? one : two)));
    }
    store().transact(puts(null, encounters.toArray(Resource[]::new)));

    List<Integer> pages = new ArrayList<>();
    List<Resource> all = new ArrayList<>();
    store()
        .search(
            Query.of("Encounter").where("patient", id(one), id(two)).pageSize(10),
            page -> {
              pages.add(page.size());
              all.addAll(page);
            });
    assertThat(pages).containsExactly(10, 10, 5);
    assertThat(all)
        .extracting(FhirStoreContract::id)
        .containsExactlyInAnyOrderElementsOf(
            encounters.stream().map(FhirStoreContract::id).toList());
  }

  @Test
  default void countsAndHandsOverOnlyTheFirst() {
    Patient patient = newPatient();
    store().transact(puts(null, patient));
    List<Encounter> encounters = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      Encounter encounter = encounter(id(patient));
      encounter.getPeriod().setStartElement(new DateTimeType("2026-01-0" + day));
      encounters.add(encounter);
    }
    store().transact(puts(null, encounters.toArray(Resource[]::new)));
    Query query = Query.of("Encounter").where("patient", id(patient));
    assertThat(store().count(query)).isEqualTo(5);
    assertThat(store().count(query.where("status", "planned"))).isZero();
    assertThat(store().first(query.sortedBy("-date"), 2))
        .extracting(FhirStoreContract::id)
        .containsExactly(id(encounters.get(4)), id(encounters.get(3)));
  }

  @Test
  default void searchesAreFresh() {
    Patient patient = newPatient();
    store().transact(puts(null, patient));
    Query query = Query.of("Encounter").where("patient", id(patient));
    assertThat(store().search(query)).isEmpty();
    store().transact(puts(null, encounter(id(patient))));
    assertThat(store().search(query)).hasSize(1);
  }

  @Test
  default void takesValuesLiterally() {
    Patient patient = newPatient();
    String odd = "a,b|c$d\\e " + newId();
    patient.addIdentifier().setSystem("urn:odd").setValue(odd);
    store().transact(puts(null, patient));
    assertThat(store().search(Query.of("Patient").whereCode("identifier", "urn:odd", odd)))
        .hasSize(1);
  }

  @Test
  default void bringsIncludes() {
    Patient patient = newPatient();
    Encounter encounter = encounter(id(patient));
    store().transact(puts(null, patient, encounter));
    assertThat(
            store()
                .search(
                    Query.of("Encounter")
                        .where("patient", id(patient))
                        .where("_include", "Encounter:patient")))
        .extracting(Resource::fhirType)
        .containsExactlyInAnyOrder("Encounter", "Patient");
  }

  @Test
  default void keepsHistoryNewestFirst() {
    Patient patient = newPatient();
    store().transact(puts(null, patient));
    store().transact(puts("W/\"1\"", patient.setActive(true)));
    assertThat(store().history(Patient.class, id(patient)))
        .extracting(version -> version.getIdElement().getVersionIdPart())
        .containsExactly("2", "1");
  }

  @Test
  default void saysWhenAnotherWriterWasQuicker() {
    Patient patient = newPatient();
    store().transact(puts(null, patient));
    Bundle stale = puts("W/\"5\"", patient.setActive(true));
    assertThatThrownBy(() -> store().transact(stale)).isInstanceOf(WriteConflict.class);
  }

  @Test
  default void saysWhenItIsRefused() {
    Bundle dangling = puts(null, encounter("nobody"));
    assertThatThrownBy(() -> store().transact(dangling)).isInstanceOf(RefusedByStore.class);
  }

  @Test
  default void findsNothingThatWasDeleted() {
    Patient patient = newPatient();
    store().transact(puts(null, patient));
    Bundle delete = new Bundle().setType(BundleType.TRANSACTION);
    delete.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl("Patient/" + id(patient));
    store().transact(delete);
    assertThat(store().read(Patient.class, id(patient))).isEmpty();
    assertThat(store().history(Patient.class, id(patient)))
        .extracting(version -> version.getIdElement().getVersionIdPart())
        .containsExactly("1");
  }

  @Test
  default void findsManyAtOnce() {
    List<Patient> patients = Stream.generate(FhirStoreContract::newPatient).limit(230).toList();
    store().transact(puts(null, patients.toArray(Resource[]::new)));
    List<String> ids = patients.stream().map(FhirStoreContract::id).toList();
    assertThat(store().search(Query.of("Patient").where("_id", ids).pageSize(500)))
        .extracting(FhirStoreContract::id)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  default void bringsWhatBelongsToManyOnlyOnce() {
    List<Patient> patients = Stream.generate(FhirStoreContract::newPatient).limit(150).toList();
    Appointment group = new Appointment();
    group.setId(newId());
    group.setStatus(Appointment.AppointmentStatus.BOOKED);
    patients.forEach(
        patient ->
            group
                .addParticipant()
                .setStatus(Appointment.ParticipationStatus.ACCEPTED)
                .setActor(new Reference("Patient/" + id(patient))));
    store()
        .transact(
            puts(
                null, Stream.concat(patients.stream(), Stream.of(group)).toArray(Resource[]::new)));
    List<String> ids = patients.stream().map(FhirStoreContract::id).toList();
    assertThat(store().search(Query.of("Appointment").where("patient", ids))).hasSize(1);
  }

  @Test
  default void writesAllOrNothing() {
    Patient good = newPatient();
    Bundle half = puts(null, good, encounter("nobody"));
    assertThatThrownBy(() -> store().transact(half)).isInstanceOf(RefusedByStore.class);
    assertThat(store().read(Patient.class, id(good))).isEmpty();
  }

  @Test
  default void raisesNoRequestFromTheDead() {
    Patient patient = newPatient();
    CommunicationRequest request = new CommunicationRequest();
    request.setId(newId());
    request.setStatus(CommunicationRequestStatus.REVOKED);
    request.addIdentifier().setSystem(Words.OUTREACH_KEY).setValue("s:t:Patient/" + id(patient));
    request.setSubject(new Reference("Patient/" + id(patient)));
    store().transact(puts(null, patient, request));
    request.setStatus(CommunicationRequestStatus.ACTIVE);
    assertThatThrownBy(() -> store().transact(puts(null, request)))
        .isInstanceOf(WriteConflict.class);
    store().transact(puts("W/\"1\"", request));
    assertThat(store().read(CommunicationRequest.class, id(request)))
        .map(CommunicationRequest::getStatus)
        .isEqualTo(Optional.of(CommunicationRequestStatus.ACTIVE));
  }
}
