package health.anbu.outreach.architecture.canary.content;

import com.ibm.icu.util.ULocale;

/** Sees what content may see. */
public class AllowedContent {
  final ULocale locale = ULocale.KOREAN;
}
