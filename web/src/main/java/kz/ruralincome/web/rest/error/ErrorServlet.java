package kz.ruralincome.web.rest.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.ruralincome.web.language.LanguageFilter;

/** Where the container sends what went wrong outside JAX-RS: programs get a problem document, people a page. */
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int told = status == null ? 404 : status;
        if (path.startsWith(request.getContextPath() + "/api")) {
            Problem.write(
                    response, Problem.of(told, WebErrorMapper.codeOf(told), LanguageFilter.languageOf(request), ""));
            return;
        }
        response.setStatus(told);
        request.getRequestDispatcher(
                        "/WEB-INF/errorpages/" + (told == 404 ? "404" : told == 403 ? "403" : "500") + ".xhtml")
                .forward(request, response);
    }
}
