package health.anbu.server.check;

import health.anbu.outreach.route.ConfigurationCheck.Channel;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** Whether the keys of the providers are there, and are the right ones. */
record ChannelFindings(Network network, boolean simulated) {

  List<Finding> of(List<Channel> channels) {
    if (simulated) {
      return List.of(Finding.ok("channels", "the built-in simulators; no key is needed"));
    }
    return channels.isEmpty()
        ? List.of(
            Finding.warn(
                "channels", "none is set up", "set anbu.channels.* before anything is to be sent"))
        : channels.stream().map(this::look).toList();
  }

  private Finding look(Channel channel) {
    String subject = "channel " + channel.name();
    if (!channel.missing().isEmpty()) {
      return Finding.fail(
          subject, String.join(", ", channel.missing()) + " missing", "set what is missing");
    }
    return channel.probe() == null
        ? Finding.ok(subject, "complete; its provider has nothing harmless to ask for")
        : ask(channel, subject);
  }

  private Finding ask(Channel channel, String subject) {
    String host = channel.probe().getHost();
    try {
      HttpResponse<String> answer = network.get(channel.probe(), channel.header());
      return answer.statusCode() == 200 && !answer.body().contains("\"isSuccessful\":false")
          ? Finding.ok(subject, host + " takes the keys")
          : Finding.fail(
              subject,
              host + " does not take the keys (" + answer.statusCode() + ")",
              "copy the keys again from the provider's console");
    } catch (IOException e) {
      return Finding.fail(
          subject,
          host + " does not answer: " + e.getClass().getSimpleName(),
          "let this machine reach " + host);
    }
  }
}
