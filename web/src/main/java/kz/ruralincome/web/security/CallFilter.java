package kz.ruralincome.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.ruralincome.domain.account.Access;

/** Around every call of the API: takes its time and hands it to the {@link CallTrail}. */
public class CallFilter implements Filter {

    @Inject
    private CallTrail trail;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var caller = (Access) request.getAttribute(Access.class.getName());
        long begin = System.nanoTime();
        int outcome = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            outcome = ((HttpServletResponse) response).getStatus();
        } finally {
            if (caller != null) {
                trail.note((HttpServletRequest) request, caller, outcome, System.nanoTime() - begin);
            }
        }
    }
}
