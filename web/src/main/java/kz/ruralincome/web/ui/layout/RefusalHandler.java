package kz.ruralincome.web.ui.layout;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;

/**
 * What a refusal looks like on a page: what is out of reach or does not exist has its own page, and a form that was left
 * open too long is shown anew. Everything else is an error of ours.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var faces = FacesContext.getCurrentInstance();
        for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
            if (answered(events.next().getContext().getException(), faces)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answered(Throwable thrown, FacesContext faces) {
        var external = faces.getExternalContext();
        try {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof ViewExpiredException) {
                    var request = (HttpServletRequest) external.getRequest();
                    String query = request.getQueryString();
                    external.redirect(request.getRequestURI() + (query == null ? "" : "?" + query));
                } else if (cause instanceof NotFoundException) {
                    external.responseSendError(404, null);
                } else if (cause instanceof AccessRefused) {
                    external.responseSendError(403, null);
                } else if (cause instanceof InvalidRequest) {
                    external.responseSendError(400, null);
                } else {
                    continue;
                }
                faces.responseComplete();
                return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the handler into every request of Faces. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() throws FacesException {
            return new RefusalHandler(getWrapped().getExceptionHandler());
        }
    }
}
