package org.ashlar.platform.webhooks.internal.out;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.ashlar.platform.outside.OutsideCalls;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.webhooks.internal.domain.HookAddress;
import org.ashlar.platform.webhooks.internal.domain.Pace;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way of webhooks for other modules. Thread-safe. */
@Component(service = OutsideCalls.class)
public final class GuardedCalls implements OutsideCalls {
    private static final int MOST = 256 * 1024;

    private final Settings settings;
    private final Clock clock;
    private final Pace pace;

    /** By injection. */
    @Activate
    public GuardedCalls(@Reference Settings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
        pace = new Pace(clock);
    }

    @Override
    public Answer call(Call call) throws IOException {
        PinnedHttp.Answer answer = PinnedHttp.call(call.method(), call.url(), call.headers(), call.body(), MOST,
                settings.get("webhook.allowedHosts", ""));
        return new Answer(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Override
    public boolean callable(String url) {
        return HookAddress.of(url).isPresent();
    }

    @Override
    public String signature(String secret, byte[] body) {
        return Signature.sign(secret, body, clock.instant());
    }

    @Override
    public boolean within(String key, int perMinute) {
        return pace.take(key, perMinute);
    }
}
