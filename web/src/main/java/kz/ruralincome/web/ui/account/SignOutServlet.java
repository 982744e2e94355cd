package kz.ruralincome.web.ui.account;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.ruralincome.web.security.PageSession;

/** Ends the session. A plain form posts here from every page, so that pages that only show need no view state. */
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PageSession session;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        session.end();
        response.sendRedirect(request.getContextPath() + "/account/sign-in.xhtml");
    }
}
