package kz.ruralincome.web.security;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.web.gate.Callers;
import kz.ruralincome.web.json.Json;

/** Puts every call of a machine into the audit trail: what was called, from where, what came of it, how long it took. */
@ApplicationScoped
public class CallTrail {

    private static final System.Logger LOG = System.getLogger(CallTrail.class.getName());
    private static final int LONGEST = 300;

    /** Twelve digits on end are taken for an IIN, which the trail never holds, wherever somebody has put them. */
    private static final Pattern IIN = Pattern.compile("[0-9]{12}");

    @Inject
    private AuditTrail audit;

    @Inject
    private Callers callers;

    /** Nothing happens for people: what they see and do is noted where it is done. */
    void note(HttpServletRequest request, Access caller, int status, long nanos) {
        if (!caller.role().isMachine()) {
            return;
        }
        noted(
                caller.account(),
                request,
                details -> audit.called(caller.account(), details, Integer.toString(status), (int)
                        Math.min(Integer.MAX_VALUE, Duration.ofNanos(nanos).toMillis())));
    }

    /** A call in this name that came to nothing at the door. */
    void noteRefusal(HttpServletRequest request, String name, int status) {
        if (name.indexOf('\0') < 0) {
            noted(name, request, details -> audit.refused(name, details, Integer.toString(status)));
        }
    }

    private void noted(String account, HttpServletRequest request, Consumer<String> line) {
        String details = Json.createObjectBuilder()
                .add("call", request.getMethod() + ' ' + readable(PageHeaders.pathOf(request)))
                .add("from", callers.addressOf(request))
                .build()
                .toString();
        try {
            line.accept(details);
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "A call of " + readable(account) + " is not in the audit trail: " + details, failure);
        }
    }

    /** Without what would break a line or a column of a log. */
    static String readable(String path) {
        String kept = IIN.matcher(path.replaceAll("\\p{C}", "\uFFFD")).replaceAll("************");
        return kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
    }
}
