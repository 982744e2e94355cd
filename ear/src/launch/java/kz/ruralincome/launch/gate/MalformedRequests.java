package kz.ruralincome.launch.gate;

import java.io.CharConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.RequestURIRef;

/**
 * Refuses with 400 what Payara's servlet container would fail over: it logs the failure and answers 200 with nothing. Lets a
 * backslash through in the path of a call.
 *
 * <p>Payara asks its service locator for three add-ons of a listener by their names and knows no other place for a
 * filter. This one takes the name {@code comet}, which is off by default and of no use to this program.
 */
public final class MalformedRequests extends BaseFilter implements AddOn {

    /** As in RFC 3986, with at most five digits of a port. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=%-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?");

    private static final Pattern BACKSLASH = Pattern.compile("%5c", Pattern.CASE_INSENSITIVE);

    /** U+FDD0, which is no character: nobody means it by itself. {@code PlainRequests} puts the backslash back. */
    private static final String IN_ITS_PLACE = "%EF%B7%90";

    /** A body comes in pieces, each with the request it belongs to: it is judged with the first one. */
    private static final Attribute<Boolean> REFUSED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(MalformedRequests.class.getName());

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder filters) {
        filters.add(filters.indexOfType(HttpServerFilter.class), this);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        Boolean refused = REFUSED.get(request);
        if (refused == null) {
            replaceBackslashes(request);
            refused = !hasPath(request) || !hasOneHost(request);
            REFUSED.set(request, refused);
            if (refused) {
                refuse(request, context);
            }
        }
        return refused ? context.getStopAction() : context.getInvokeAction();
    }

    /** The container refuses them in any path; in that of a call it is a letter of somebody's contract number. */
    private static void replaceBackslashes(HttpRequestPacket request) {
        String path = request.getRequestURI();
        if (path.startsWith("/api/")) {
            var backslashes = BACKSLASH.matcher(path);
            if (backslashes.find()) {
                request.setRequestURI(backslashes.replaceAll(IN_ITS_PLACE));
            }
        }
    }

    private static void refuse(HttpRequestPacket request, FilterChainContext context) {
        HttpResponsePacket response = request.getResponse();
        HttpStatus.BAD_REQUEST_400.setValues(response);
        response.setContentLength(0);
        request.getProcessingState().setKeepAlive(false);
        context.write(HttpContent.builder(response).last(true).build());
        request.getProcessingState().getHttpContext().close();
    }

    /** Whether the path is of printable ASCII and can be decoded; what is decoded here is kept for the container. */
    private static boolean hasPath(HttpRequestPacket request) {
        RequestURIRef path = request.getRequestURIRef();
        path.setDefaultURIEncoding(StandardCharsets.UTF_8);
        try {
            path.getDecodedRequestURIBC();
        } catch (CharConversionException | RuntimeException e) {
            // Of a dozen kinds: a wrong escape, an array that ends too early.
            return false;
        }
        return request.getRequestURI().chars().allMatch(character -> character > ' ' && character <= '~');
    }

    /** Whether there is none, as HTTP/1.0 allows, or one that is a name. */
    private static boolean hasOneHost(HttpRequestPacket request) {
        Iterator<String> hosts = request.getHeaders().values(Header.Host).iterator();
        return !hosts.hasNext() || HOST.matcher(hosts.next()).matches() && !hosts.hasNext();
    }
}
