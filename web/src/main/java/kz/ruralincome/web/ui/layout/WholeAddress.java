package kz.ruralincome.web.ui.layout;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Sends a form to the whole address of its page, with all that was asked there. No view is kept between two requests (so that a
 * form outlives its session, and a session weighs next to nothing): what a page is about must come with the form.
 */
public class WholeAddress extends ViewHandlerWrapper {

    public WholeAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String action = super.getActionURL(context, viewId);
        var root = context.getViewRoot();
        boolean isFormOfThisPage = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
                && root != null
                && viewId.equals(root.getViewId());
        if (!isFormOfThisPage) {
            return action;
        }
        String query = ((HttpServletRequest) context.getExternalContext().getRequest()).getQueryString();
        return query == null ? action : action + '?' + query;
    }
}
