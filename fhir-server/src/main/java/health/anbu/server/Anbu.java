package health.anbu.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the FHIR server with the outreach routes hosted in it. */
@SpringBootApplication
public class Anbu {

  public static void main(String[] args) {
    SpringApplication.run(Anbu.class, args);
  }
}
