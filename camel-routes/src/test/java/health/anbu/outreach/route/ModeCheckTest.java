package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class ModeCheckTest {

  private static final Map<String, String> SMS =
      Map.of(
          "anbu.channels.sms.account-sid", "AC1",
          "anbu.channels.sms.auth-token", "t",
          "anbu.channels.sms.from", "+8215880000");

  private static MockEnvironment environment(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return environment;
  }

  private static List<String> refusals(Map<String, String> settings) {
    MockEnvironment environment = environment(settings);
    return ModeCheck.refusals(
        Binder.get(environment).bindOrCreate("anbu", OutreachSettings.class),
        name -> environment.getProperty(name, ""));
  }

  @Nested
  class Live {

    private final Map<String, String> settings = new TreeMap<>(SMS);

    Live() {
      settings.put("anbu.mode", "live");
      settings.put("anbu.live.go-live", "2026-12-01T00:00:00Z");
    }

    @Test
    void startsWithOneCompleteProviderAndAGoLiveInstant() {
      assertThat(refusals(settings)).isEmpty();
    }

    @Test
    void refusesSimulators() {
      settings.put("anbu.simulators.enabled", "true");
      assertThat(refusals(settings)).singleElement().asString().contains("anbu.simulators.enabled");
    }

    @Test
    void refusesInventedTime() {
      settings.put("anbu.clock", "simulated");
      assertThat(refusals(settings)).singleElement().asString().contains("anbu.clock=simulated");
    }

    @Test
    void needsAGoLiveInstant() {
      settings.remove("anbu.live.go-live");
      assertThat(refusals(settings)).singleElement().asString().contains("anbu.live.go-live");
    }

    @Test
    void namesWhatAProviderLacks() {
      settings.remove("anbu.channels.sms.auth-token");
      assertThat(refusals(settings))
          .singleElement()
          .asString()
          .contains("anbu.channels.sms.auth-token missing");
    }

    @Test
    void namesWhatAChannelLacksThatTheClinicAskedFor() {
      settings.put("anbu.clinic.channels", "kakao,sms");
      assertThat(refusals(settings))
          .singleElement()
          .asString()
          .contains("anbu.channels.kakao.app-key", "anbu.channels.kakao.sender-key");
    }

    @Test
    void namesWhatAMessengerLacksThatTheClinicAskedFor() {
      settings.put("anbu.clinic.channels", "line,sms");
      settings.put("anbu.channels.whatsapp.access-token", "begun");
      assertThat(refusals(settings))
          .hasSize(2)
          .anyMatch(r -> r.contains("anbu.channels.line.channel-secret"))
          .anyMatch(r -> r.contains("anbu.channels.whatsapp.template-name"));
    }

    @Test
    void namesWhatAnEmailAccountLacks() {
      settings.put("anbu.channels.email.host", "smtp.example.org");
      assertThat(refusals(settings))
          .singleElement()
          .asString()
          .contains("anbu.channels.email.from", "anbu.channels.email.link-secret");
    }

    @Test
    void writesNoMailThatNobodyCouldOptOutOf() {
      settings.put("anbu.channels.email.host", "smtp.example.org");
      settings.put("anbu.channels.email.from", "hello@clinic.example");
      settings.put("anbu.channels.email.link-secret", "secret");
      assertThat(refusals(settings)).singleElement().asString().contains("anbu.public-url");
      settings.put("anbu.public-url", "https://anbu.clinic.example");
      assertThat(refusals(settings)).isEmpty();
    }

    @Test
    void namesWhatAnSmscAccountLacksWhereTextMessagesGoThere() {
      settings.put("anbu.channels.sms.provider", "smpp");
      settings.put("anbu.channels.sms.smpp.host", "smsc.example.org");
      assertThat(refusals(settings))
          .singleElement()
          .asString()
          .contains("anbu.channels.sms.smpp.system-id", "anbu.channels.sms.smpp.password");
    }

    @Test
    void knowsItsProvidersOfTextMessages() {
      settings.put("anbu.channels.sms.provider", "pigeon");
      assertThat(refusals(settings)).singleElement().asString().contains("twilio or smpp");
    }

    @Test
    void needsAProviderAtAll() {
      settings.keySet().removeAll(SMS.keySet());
      assertThat(refusals(settings)).singleElement().asString().contains("anbu.channels.sms.{");
    }

    @Test
    void saysEverythingAtOnce() {
      MockEnvironment environment =
          environment(Map.of("anbu.mode", "live", "anbu.clock", "simulated"));
      ModeCheck check = new ModeCheck();
      check.setEnvironment(environment);
      assertThatThrownBy(() -> check.postProcessBeanFactory(new DefaultListableBeanFactory()))
          .isInstanceOf(ModeCheck.ModeRefused.class)
          .hasMessageContaining("anbu.mode=live is refused")
          .hasMessageContaining("anbu.clock")
          .hasMessageContaining("anbu.live.go-live")
          .hasMessageContaining("anbu.channels.sms");
    }
  }

  @Nested
  class Simulated {

    @Test
    void needsTheSimulators() {
      assertThat(refusals(Map.of("anbu.mode", "simulated")))
          .singleElement()
          .asString()
          .contains("anbu.simulators.enabled=true");
    }

    @Test
    void reachesNobodyOutside() {
      assertThat(
              refusals(
                  Map.of(
                      "anbu.mode", "demo",
                      "anbu.simulators.enabled", "true",
                      "anbu.channels.sms.base-url", "https://192.0.2.1")))
          .singleElement()
          .asString()
          .contains("anbu.channels.sms.base-url");
    }

    @Test
    void writesNoMailOutside() {
      assertThat(
              refusals(
                  Map.of(
                      "anbu.mode", "demo",
                      "anbu.simulators.enabled", "true",
                      "anbu.channels.email.host", "192.0.2.1",
                      "anbu.channels.sms.smpp.host", "127.0.0.1")))
          .singleElement()
          .asString()
          .contains("anbu.channels.email.host");
    }

    @Test
    void mayUseAnotherPortOfThisMachine() {
      assertThat(
              refusals(
                  Map.of(
                      "anbu.mode", "simulated",
                      "anbu.simulators.enabled", "true",
                      "anbu.channels.sms.base-url", "http://localhost:9999")))
          .isEmpty();
    }
  }

  @Test
  void shadowNeedsNothing() {
    assertThat(refusals(Map.of())).isEmpty();
  }
}
