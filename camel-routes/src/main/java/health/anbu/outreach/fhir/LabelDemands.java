package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.ChannelRule;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Statements;
import health.anbu.outreach.content.LabelDemand;
import health.anbu.outreach.content.LabelRules;
import health.anbu.outreach.content.LabelSender;
import health.anbu.outreach.content.Labelling;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.PatientFacts;
import java.time.Instant;

/** What the packs want written, handed to the words: neither knows the other. */
final class LabelDemands {

  private LabelDemands() {}

  static Labelling labels(
      PatientFacts facts, Purpose sentAs, String channel, ClinicPolicy clinic, Instant now) {
    ChannelRule rule = clinic.law(facts).on(now).rule(sentAs, channel);
    boolean first = facts.messages().stream().noneMatch(MessageRecord::accepted);
    return LabelRules.of(
        rule.statements().stream().map(LabelDemands::demand).toList(),
        new LabelSender(
            clinic.name(), clinic.phone(), clinic.optOutNumber(), clinic.postalAddress()),
        first);
  }

  private static LabelDemand demand(Statements law) {
    return new LabelDemand(
        law.place(),
        law.prefix(),
        law.sender(),
        law.contact(),
        law.postal(),
        law.free(),
        law.stop(),
        law.notice(),
        law.suffix(),
        law.known());
  }
}
