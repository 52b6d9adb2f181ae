package health.anbu.outreach.contact;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * All the quiet hours that hold for one purpose on one channel; where two laws meet, those of both.
 */
public record QuietTime(List<Band> bands) {

  /**
   * @param unlessAgreed a consent of its own to advertising at night lifts it
   */
  public record Band(QuietHours hours, boolean unlessAgreed) {
    boolean holds(boolean nightAgreed) {
      return !(unlessAgreed && nightAgreed);
    }
  }

  static final QuietTime NEVER = new QuietTime(List.of());

  public QuietTime {
    bands = List.copyOf(bands);
  }

  public boolean contains(LocalTime time, boolean nightAgreed) {
    return bands.stream().anyMatch(band -> band.holds(nightAgreed) && band.hours.contains(time));
  }

  /** The given moment where no band is quiet, else the first moment after it where none is. */
  public ZonedDateTime nextAllowed(ZonedDateTime moment, boolean nightAgreed) {
    ZonedDateTime allowed = moment;
    // Leaving one band may lead into another; three rounds pass any two nights and a day.
    for (int round = 0; round < 3; round++) {
      for (Band band : bands) {
        allowed = band.holds(nightAgreed) ? band.hours.nextAllowed(allowed) : allowed;
      }
    }
    return allowed;
  }

  QuietTime and(QuietTime other) {
    return new QuietTime(Stream.concat(bands.stream(), other.bands.stream()).distinct().toList());
  }
}
