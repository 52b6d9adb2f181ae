package health.anbu.outreach.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Pauses in order of time; they may overlap, and a minute paused twice is paused once. */
record Pauses(List<Span> spans) {

  static Pauses of(List<Pause> pauses) {
    return new Pauses(
        pauses.stream()
            .map(pause -> new Span(pause.from(), pause.goesOn() ? Instant.MAX : pause.to()))
            .sorted(Comparator.comparing(Span::from))
            .toList());
  }

  /** Shows what the pauses leave of a stretch; false when the visitor has seen enough. */
  boolean visitRest(Span stretch, Predicate<Span> visitor) {
    return rest(stretch).stream().allMatch(visitor);
  }

  private List<Span> rest(Span stretch) {
    List<Span> rest = new ArrayList<>();
    Instant open = stretch.from();
    for (Span pause : spans) {
      new Span(open, pause.from()).within(stretch).ifPresent(rest::add);
      open = pause.to().isAfter(open) ? pause.to() : open;
    }
    new Span(open, stretch.to()).within(stretch).ifPresent(rest::add);
    return rest;
  }
}
