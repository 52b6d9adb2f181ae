package health.anbu.outreach;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the outreach plugin as its own process beside any R4 server. */
@SpringBootApplication
public class AnbuRoutes {

  public static void main(String[] args) {
    SpringApplication.run(AnbuRoutes.class, args);
  }
}
