package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Joined;
import java.util.Optional;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;

/** The mark on a request of the one message that it goes as with others. */
final class JoinedMark {

  static final String ID = "joined-in";

  private JoinedMark() {}

  static Optional<Joined> read(CommunicationRequest request) {
    return Extensions.of(request, ID).stream().findFirst().flatMap(JoinedMark::read);
  }

  private static Optional<Joined> read(Extension mark) {
    return Extensions.part(mark, "message")
        .flatMap(
            message -> Extensions.part(mark, "leader").map(leader -> new Joined(message, leader)));
  }

  static void write(Joined joined, CommunicationRequest request) {
    request.getExtension().removeIf(e -> e.getUrl().equals(Words.extension(ID)));
    Extension mark = request.addExtension().setUrl(Words.extension(ID));
    mark.addExtension("message", new IdType(joined.message()));
    mark.addExtension("leader", new IdType(joined.leader()));
  }

  /** A request that is planned anew still went, or may have gone, as that message. */
  static void copy(CommunicationRequest from, CommunicationRequest to) {
    Extensions.of(from, ID).forEach(mark -> to.addExtension(mark.copy()));
  }
}
