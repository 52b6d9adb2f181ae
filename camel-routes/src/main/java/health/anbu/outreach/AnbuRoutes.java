package health.anbu.outreach;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the outreach plugin as its own process beside any R4 server. */
@SpringBootApplication
public class AnbuRoutes {

  public static void main(String[] args) {
    SpringApplication routes = new SpringApplication(AnbuRoutes.class);
    // A name of its own: hosted, the server's application.yaml is the one that counts.
    routes.setDefaultProperties(Map.of("spring.config.name", "anbu-routes,application"));
    routes.run(args);
  }
}
