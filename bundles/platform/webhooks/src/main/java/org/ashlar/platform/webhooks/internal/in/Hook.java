package org.ashlar.platform.webhooks.internal.in;

import java.util.Map;
import org.ashlar.platform.webhooks.internal.model.HookAuth;
import org.ashlar.platform.webhooks.internal.model.HookOperation;

/** An active inbound hook, with its opened secret. */
record Hook(long id, long companyId, String code, HookAuth auth, long user, String model, HookOperation operation,
        String keyField, String action, String eventPointer, int perMinute, String secret, Map<String, String> fields) {
    @Override
    public String toString() {
        return code;
    }
}
