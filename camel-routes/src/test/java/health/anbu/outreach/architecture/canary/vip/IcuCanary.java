package health.anbu.outreach.architecture.canary.vip;

import com.ibm.icu.util.ULocale;

/** Breaks the rule that vip sees the JDK only. */
class IcuCanary {
  final ULocale locale = ULocale.KOREAN;
}
