package health.anbu.outreach.route;

import java.time.Clock;

/** A clinic's official account at LINE: what the kamelet names, else what the settings say. */
public class LineAccount {
  private ProviderEndpoints endpoints;
  private String baseUrl;
  private String channelAccessToken;
  private String channelSecret;

  public void setEndpoints(ProviderEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public void setChannelAccessToken(String channelAccessToken) {
    this.channelAccessToken = channelAccessToken;
  }

  public void setChannelSecret(String channelSecret) {
    this.channelSecret = channelSecret;
  }

  String push() {
    return endpoints.line(baseUrl) + "/v2/bot/message/push";
  }

  String authorization() {
    return "Bearer " + accessToken();
  }

  private String accessToken() {
    return endpoints.setting(channelAccessToken, "anbu.channels.line.channel-access-token");
  }

  String channelSecret() {
    return endpoints.setting(channelSecret, "anbu.channels.line.channel-secret");
  }

  /** A token with anything but visible characters would not be a header. */
  boolean complete() {
    return accessToken().matches("[!-~]+");
  }

  Clock clock() {
    return endpoints.clock();
  }
}
