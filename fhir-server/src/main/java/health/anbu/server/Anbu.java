package health.anbu.server;

import health.anbu.server.check.CheckCommand;
import health.anbu.server.demo.DemoCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.data.elasticsearch.ElasticsearchDataAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the FHIR server with the outreach routes hosted in it. */
@SpringBootApplication(
    exclude = {
      // HAPI brings these libraries for uses of its own; Spring Boot would start a second one.
      HibernateJpaAutoConfiguration.class,
      JpaRepositoriesAutoConfiguration.class,
      QuartzAutoConfiguration.class,
      ThymeleafAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      ElasticsearchDataAutoConfiguration.class,
      ElasticsearchClientAutoConfiguration.class,
      ElasticsearchRestClientAutoConfiguration.class,
      ValidationAutoConfiguration.class
    })
@ConfigurationPropertiesScan
public class Anbu {

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && "load".equals(args[0])) {
      System.exit(new LoadCommand(System.out).run(Arrays.copyOfRange(args, 1, args.length)));
    }
    if (args.length > 0 && "check".equals(args[0])) {
      System.exit(
          new CheckCommand(System.out, System.getenv(), Clock.systemUTC())
              .run(Arrays.copyOfRange(args, 1, args.length)));
    }
    if (args.length > 0 && "archive".equals(args[0])) {
      String[] arguments = Arrays.copyOfRange(args, 1, args.length);
      System.exit(ArchiveCommand.ofThisProcess(System.out).run(arguments));
    }
    if (args.length > 0 && "demo".equals(args[0])) {
      demo(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    SpringApplication.run(Anbu.class, args);
  }

  /** Names are in four scripts, so what is printed is UTF-8 wherever it is printed. */
  private static void demo(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new DemoCommand(Anbu.class, out).run(args).ifPresent(System::exit);
  }
}
