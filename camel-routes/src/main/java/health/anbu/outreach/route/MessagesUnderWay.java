package health.anbu.outreach.route;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The messages that this node hands to providers and has not recorded yet: there is no use in
 * looking for them in the store.
 */
final class MessagesUnderWay {

  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void begin(Collection<Dispatch> dispatches) {
    ids.addAll(ids(dispatches));
  }

  void end(Collection<Dispatch> dispatches) {
    ids.removeAll(ids(dispatches));
  }

  /** False for null. */
  boolean contains(String messageId) {
    return messageId != null && ids.contains(messageId);
  }

  private static Set<String> ids(Collection<Dispatch> dispatches) {
    return dispatches.stream()
        .map(dispatch -> dispatch.message().messageId())
        .collect(Collectors.toSet());
  }
}
