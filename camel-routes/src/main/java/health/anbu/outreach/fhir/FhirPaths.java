package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.ExpressionCheck.Use;
import health.anbu.outreach.plan.Condition;
import health.anbu.outreach.plan.DateExpression;
import health.anbu.outreach.plan.Evidence;
import health.anbu.outreach.plan.Situation;
import health.anbu.outreach.plan.When;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/**
 * Compiles the FHIRPath of scenarios once, and evaluates it for each patient. Time comes from the
 * Clock as {@code %now} and {@code %today}; the functions that ask the machine are refused.
 */
public final class FhirPaths {

  private static final Set<String> MACHINE_TIME = Set.of("now", "today", "timeOfDay");

  /** What a scenario may count from, and what a message of ours may be about. */
  static final Set<String> ANYTHING =
      Set.of(
          "Appointment", "Communication", "Consent", "Encounter", "Patient", "Procedure", "Task");

  /** The engine is not safe for many threads, and building one is dear. */
  private final ThreadLocal<FHIRPathEngine> engines;

  public FhirPaths(FhirContext context) {
    HapiWorkerContext worker = new HapiWorkerContext(context, context.getValidationSupport());
    engines =
        ThreadLocal.withInitial(
            () -> {
              FHIRPathEngine engine = new FHIRPathEngine(worker);
              engine.setHostServices(new NamedFacts());
              return engine;
            });
  }

  /** An expression that cannot be used, with what to change. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }

    /** The same, with the part of the scenario that it is about. */
    Refused in(String part) {
      return new Refused(part + ": " + getMessage());
    }
  }

  Condition condition(String expression) throws Refused {
    return condition(expression, ANYTHING);
  }

  /** A condition that is asked of resources of these types. */
  Condition condition(String expression, Set<String> context) throws Refused {
    Compiled compiled = compile(expression, context, Use.CONDITION);
    return new Condition() {
      @Override
      public String expression() {
        return expression;
      }

      @Override
      public Answer test(Situation situation) {
        try {
          List<Base> result = compiled.evaluate(situation);
          return engines.get().convertToBoolean(result) ? Answer.TRUE : Answer.FALSE;
        } catch (FHIRException e) {
          return Answer.FAILED;
        }
      }
    };
  }

  DateExpression date(String expression) throws Refused {
    return date(expression, ANYTHING);
  }

  DateExpression date(String expression, Set<String> context) throws Refused {
    Compiled compiled = compile(expression, context, Use.DATE);
    return new DateExpression() {
      @Override
      public String expression() {
        return expression;
      }

      @Override
      public When read(Evidence anchor) {
        try {
          return compiled.evaluate(anchor).stream()
              .filter(BaseDateTimeType.class::isInstance)
              .map(BaseDateTimeType.class::cast)
              .findFirst()
              .map(Times::when)
              .orElseGet(When::unknown);
        } catch (FHIRException e) {
          return new When.Unknown("not readable: " + expression);
        }
      }
    };
  }

  /** Values of an expression; empty where it gives none or cannot be asked. */
  Function<Situation, List<Base>> values(String expression) throws Refused {
    return values(expression, ANYTHING);
  }

  Function<Situation, List<Base>> values(String expression, Set<String> context) throws Refused {
    Compiled compiled = compile(expression, context, Use.VALUE);
    return situation -> {
      try {
        return compiled.evaluate(situation);
      } catch (FHIRException e) {
        return List.of();
      }
    };
  }

  /** How much a message variable gives away; one that says a result is refused. */
  ClinicalReading reading(String expression) throws Refused {
    ExpressionNode node = compile(expression, ANYTHING, Use.VALUE).node;
    Optional<String> result = ClinicalReading.result(node);
    if (result.isPresent()) {
      throw new Refused(
          "'%s' reads %s, which may be a result: link to it with a button of the action 'result'"
              .formatted(expression, result.get()));
    }
    return ClinicalReading.of(node);
  }

  private Compiled compile(String expression, Set<String> context, Use use) throws Refused {
    ExpressionNode node = parse(expression);
    refuseMachineTime(expression, node);
    ExpressionCheck.types(engines.get(), node, expression, context, use);
    return new Compiled(node);
  }

  private ExpressionNode parse(String expression) throws Refused {
    ExpressionCheck.size(expression);
    try {
      return engines.get().parse(expression);
    } catch (FHIRException e) {
      throw ExpressionCheck.unreadable(expression, e);
    }
  }

  private void refuseMachineTime(String expression, ExpressionNode node) throws Refused {
    if (node == null) {
      return;
    }
    if (node.getFunction() != null && MACHINE_TIME.contains(node.getFunction().toCode())) {
      throw new Refused(
          "'%s' asks the machine for the time with %s(): use %%now or %%today"
              .formatted(expression, node.getFunction().toCode()));
    }
    refuseMachineTime(expression, node.getInner());
    refuseMachineTime(expression, node.getOpNext());
    refuseMachineTime(expression, node.getGroup());
    if (node.getParameters() != null) {
      for (ExpressionNode parameter : node.getParameters()) {
        refuseMachineTime(expression, parameter);
      }
    }
  }

  private final class Compiled {
    private final ExpressionNode node;

    Compiled(ExpressionNode node) {
      this.node = node;
    }

    List<Base> evaluate(Situation situation) {
      return evaluate(situation, FhirEvidence.of(situation.anchor()));
    }

    List<Base> evaluate(Evidence anchor) {
      return evaluate(null, FhirEvidence.of(anchor));
    }

    /** A value that it cannot read, such as a time without seconds, fails one question only. */
    private List<Base> evaluate(Situation situation, Base anchor) {
      try {
        return engines.get().evaluate(situation, anchor, anchor, anchor, node);
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new FHIRException(e.getMessage(), e);
      }
    }
  }
}
