package health.anbu.outreach.content;

import java.util.List;

/**
 * Everything one activity can say, in all its languages.
 *
 * @param activity id of the ActivityDefinition
 * @param version its version; null = unversioned
 * @param contents in the order in which they were written
 */
public record MessageTemplate(String activity, String version, List<MessageContent> contents) {

  public MessageTemplate {
    contents = contents == null ? List.of() : List.copyOf(contents);
  }
}
