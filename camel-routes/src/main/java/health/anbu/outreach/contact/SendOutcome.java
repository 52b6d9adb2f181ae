package health.anbu.outreach.contact;

import java.time.Duration;

/** What is known after a message was handed to a provider. */
public sealed interface SendOutcome {

  /** The provider has the message and will try to deliver it. */
  record Accepted(String provider, String providerId) implements SendOutcome {
    public Accepted {
      Texts.require(provider, "provider");
      Texts.require(providerId, "providerId");
    }
  }

  /**
   * The provider said no; nothing was sent.
   *
   * @param code the provider's own code
   * @param reason a code of {@code CodeSystem/outreach-reason}
   * @param permanent true if the same message on the same channel will be refused again
   * @param optOut true if the recipient has told the provider to stop
   */
  record Refused(String provider, String code, String reason, boolean permanent, boolean optOut)
      implements SendOutcome {
    public Refused {
      Texts.require(provider, "provider");
      Texts.require(code, "code");
      Texts.require(reason, "reason");
      if (optOut && !permanent) {
        throw new IllegalArgumentException("an opt-out is permanent");
      }
    }
  }

  /** Certainly not sent; the same message may be sent again after this pause. */
  record Throttled(Duration retryAfter) implements SendOutcome {
    public Throttled {
      if (retryAfter == null || retryAfter.isNegative()) {
        throw new IllegalArgumentException("retryAfter must be zero or longer");
      }
    }
  }

  /**
   * Certainly not sent: sending was stopped before the provider was called.
   *
   * @param known false where nobody could be asked whether it is stopped
   */
  record Stopped(boolean known) implements SendOutcome {}

  /**
   * The message may or may not have been sent: ask the provider before doing anything else.
   *
   * @param askable false where the provider cannot be asked, now or later: a person has to check
   */
  record Unknown(String cause, boolean askable) implements SendOutcome {
    public Unknown {
      Texts.require(cause, "cause");
    }

    public Unknown(String cause) {
      this(cause, true);
    }
  }
}
