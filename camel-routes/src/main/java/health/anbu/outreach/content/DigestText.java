package health.anbu.outreach.content;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several messages to one person as one text, in their order: what they open and close with in
 * common is said once, and so is every label.
 */
public final class DigestText {

  /** KakaoTalk and WhatsApp carry one approved template each: nothing can be joined there. */
  private static final Set<String> FREE_TEXT = Set.of("sms", "line", "email");

  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?؟:]\\s)|(?<=[\u3002\uff01\uff1f\uff1a\\n])");

  private DigestText() {}

  /** Whether a text of this channel may be any text. */
  public static boolean fits(String channel) {
    return FREE_TEXT.contains(channel);
  }

  /**
   * The joined message, or why these cannot be one.
   *
   * @param messages each without labels, in order
   */
  public static Rendering of(List<Rendered> messages, Labelling labelling) {
    Rendered first = messages.get(0);
    List<ContentImage> images =
        messages.stream().map(Rendered::image).filter(Objects::nonNull).toList();
    Set<ContentButton> buttons = new LinkedHashSet<>();
    messages.forEach(message -> buttons.addAll(message.buttons()));
    if (!messages.stream().allMatch(m -> m.language().equals(first.language()))) {
      return new NotRendered("digest", "they are of several languages");
    }
    if (images.size() > 1 || buttons.size() > Extras.MOST_BUTTONS) {
      return new NotRendered("digest", "one message cannot carry all pictures and buttons");
    }
    if (!labelling.missing().isEmpty()) {
      return new NotRendered("label-missing", "not set: " + String.join(", ", labelling.missing()));
    }
    LabelledText labels = new LabelledText(labelling, first.language());
    String title = labels.before(title(messages));
    List<String> parts = labels.around(saidOnce(messages));
    String text = String.join("\n\n", parts);
    Optional<String> fault = labels.fault(title, text);
    if (fault.isPresent()) {
      return new NotRendered("label-missing", fault.get());
    }
    return new Rendered(
        first.language(),
        first.direction(),
        title,
        parts,
        text,
        images.isEmpty() ? null : images.get(0),
        List.copyOf(buttons),
        Map.of(),
        messages.stream().flatMap(message -> message.omitted().stream()).distinct().toList());
  }

  private static String title(List<Rendered> messages) {
    return messages.stream().map(Rendered::title).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<String> saidOnce(List<Rendered> messages) {
    List<List<String>> texts = new ArrayList<>();
    for (String text : messages.stream().map(Rendered::text).distinct().toList()) {
      List<String> sentences = List.of(SENTENCE.split(text));
      texts.add(texts.isEmpty() ? sentences : withoutOpening(texts.get(0), sentences));
    }
    List<String> last = texts.get(texts.size() - 1);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      List<String> own = i == texts.size() - 1 ? last : withoutClosing(texts.get(i), last);
      said.add(String.join("", own).strip());
    }
    return said;
  }

  /** Something of its own is always left. */
  private static List<String> withoutOpening(List<String> first, List<String> text) {
    int same = 0;
    while (same < first.size() && same < text.size() - 1 && equal(first, same, text, same)) {
      same++;
    }
    return text.subList(same, text.size());
  }

  private static List<String> withoutClosing(List<String> text, List<String> last) {
    int same = 0;
    while (same < text.size() - 1
        && same < last.size() - 1
        && equal(text, text.size() - 1 - same, last, last.size() - 1 - same)) {
      same++;
    }
    return text.subList(0, text.size() - same);
  }

  private static boolean equal(List<String> a, int i, List<String> b, int j) {
    return a.get(i).strip().equals(b.get(j).strip());
  }
}
