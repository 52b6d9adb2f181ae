package health.anbu.server;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Settings and requests are judged by code of ours, so no start waits for a library that judges.
 */
@Component
class NoBeanValidation implements WebMvcConfigurer {

  @Override
  public Validator getValidator() {
    return new Validator() {
      @Override
      public boolean supports(Class<?> type) {
        return false;
      }

      @Override
      public void validate(Object target, Errors errors) {
        throw new IllegalStateException("Nothing is validated this way");
      }
    };
  }
}
