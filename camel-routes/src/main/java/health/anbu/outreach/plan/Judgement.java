package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the rules said of a request when it was last looked at, to be kept with the outcome. */
public record Judgement(Instant at, List<Trace.Entry> rules) {

  public Judgement {
    rules = List.copyOf(rules);
  }

  /** The rules of this step in a plan; none where the plan does not ask for it. */
  public static Judgement of(OutreachPlan plan, String key, Instant at) {
    return new Judgement(at, plan.trace().rules(key));
  }

  /** With one more answer. */
  public Judgement with(Trace.Entry entry) {
    List<Trace.Entry> all = new ArrayList<>(rules);
    all.add(entry);
    return new Judgement(at, all);
  }

  /**
   * With the last word, which is said right before sending.
   *
   * @param reason null where nothing was against it
   */
  public Judgement closed(RequestRecord request, Reason reason) {
    List<Trace.Entry> all = new ArrayList<>(rules);
    List<String> inputs = List.of(request.evidence().versioned());
    if (reason != null) {
      all.add(new Trace.Entry(BeforeSending.rule(reason), reason, "", inputs));
    } else {
      BeforeSending.ASKED.forEach(rule -> all.add(new Trace.Entry(rule, null, "", inputs)));
    }
    return new Judgement(at, all);
  }
}
