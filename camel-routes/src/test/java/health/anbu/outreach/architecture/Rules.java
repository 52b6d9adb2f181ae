package health.anbu.outreach.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The architecture as rules over one root package, so that the same rule can be put before the
 * product and before its canaries.
 */
record Rules(String root) {

  private static final Set<String> WALL_CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.lang.Thread.sleep(long)",
          "java.lang.Thread.sleep(long, int)",
          "java.lang.Thread.sleep(java.time.Duration)",
          "java.util.Date.<init>()",
          "java.util.Calendar.getInstance()");

  /** A pure package sees the JDK, itself, and what is named. */
  ArchRule pure(String name, String... others) {
    List<String> allowed = new ArrayList<>(List.of("java..", in(name)));
    allowed.addAll(List.of(others));
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .allowEmptyShould(true)
        .because(name + " decides, and a decision must be testable in a millisecond");
  }

  List<ArchRule> allPure() {
    return List.of(
        pure("contact"),
        pure("plan", in("contact"), in("vip"), in("calendar")),
        pure("content", "com.ibm.icu.."),
        pure("complaint"),
        pure("vip"),
        pure("kpi"),
        pure("calendar"));
  }

  ArchRule onlyFhirKnowsHapi() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(in("fhir"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ca.uhn.fhir..", "ca.uhn.hapi..", "org.hl7.fhir..")
        .because("one package translates between FHIR and our words");
  }

  ArchRule namesSaySomething() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveSimpleNameContaining("Manager")
        .orShould()
        .haveSimpleNameContaining("Helper")
        .orShould()
        .haveSimpleNameContaining("Util")
        .because("a class that wants to be called so has not found its name yet");
  }

  ArchRule timeComesFromTheClock() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(not(simpleNameEndingWith("ClockConfiguration")))
        .should()
        .accessTargetWhere(readsTheWall())
        .because("time is injected, so that it can be moved");
  }

  /** A method reference is no call to ArchUnit, but it is an access. */
  private static DescribedPredicate<JavaAccess<?>> readsTheWall() {
    return DescribedPredicate.describe(
        "reads the time of the machine, or sleeps",
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget target && readsTheWall(target));
  }

  private static boolean readsTheWall(CodeUnitAccessTarget target) {
    return WALL_CLOCK.contains(withSpaces(target)) || isNowWithoutClock(target);
  }

  private static String withSpaces(HasName.AndFullName target) {
    return target.getFullName().replace(",", ", ").replace("  ", " ");
  }

  /** {@code now()} and {@code now(zone)} of everything in java.time, but not {@code now(clock)}. */
  private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
    return target.getName().equals("now")
        && resideInAnyPackage("java.time..").test(target.getOwner())
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private String in(String name) {
    return root + "." + name + "..";
  }
}
