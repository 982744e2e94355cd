package kz.ruralincome.web.gate;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the browser talks TLS, with this server or with the proxy before it, the session never travels without it. */
public class SecureSession implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean tls = ConfigProvider.getConfig()
                .getOptionalValue("pilot.public.url", String.class)
                .filter(url -> url.startsWith("https:"))
                .isPresent();
        event.getServletContext().getSessionCookieConfig().setSecure(tls);
    }
}
