package kz.ruralincome.web.gate;

/** How the launcher, which is outside of the application, shuts the gate and sees when the last request is through. */
public interface RequestGateMXBean {

    int getInFlight();

    void shut();
}
