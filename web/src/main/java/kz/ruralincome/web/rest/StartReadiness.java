package kz.ruralincome.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.ruralincome.domain.setup.StartProgress;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the database holds all that the program begins with. */
@Readiness
@ApplicationScoped
public class StartReadiness implements HealthCheck {

    @Inject
    private StartProgress progress;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("start").status(progress.isDone());
        progress.failure().ifPresent(why -> answer.withData("failure", why));
        return answer.build();
    }
}
