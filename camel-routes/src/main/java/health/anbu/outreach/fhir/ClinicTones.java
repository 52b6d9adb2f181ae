package health.anbu.outreach.fhir;

import java.util.Optional;

/**
 * Which tone a clinic's messages have: what its Organization says, else the setting, else that of
 * its specialty, else formal.
 */
public final class ClinicTones {

  private final ScenarioCatalog catalog;
  private final ClinicPlaces places;
  private final String setting;

  /**
   * @param setting code of the code system tone; blank where the clinic set none
   */
  public ClinicTones(ScenarioCatalog catalog, ClinicPlaces places, String setting) {
    this.catalog = catalog;
    this.places = places;
    this.setting = setting;
  }

  /**
   * @param organization id of the one that manages the patient's record; null where none is named
   */
  ChosenTone of(String organization) {
    String own = places.of(organization).tone();
    if (own != null) {
      return new ChosenTone(own, "the Organization");
    }
    if (!setting.isBlank()) {
      return new ChosenTone(setting.strip(), "anbu.clinic.tone");
    }
    return catalog.packTone().orElse(ChosenTone.USUAL);
  }

  /** What a message of this activity would have: formal where it knows no other way to say it. */
  ChosenTone of(String organization, String activity, String language) {
    ChosenTone wanted = of(organization);
    Optional<Activity> said = catalog.activity(activity);
    return wanted.formal() || said.filter(a -> a.speaks(language, wanted.code())).isPresent()
        ? wanted
        : new ChosenTone(ChosenTone.FORMAL, "no words in the tone " + wanted.code());
  }
}
