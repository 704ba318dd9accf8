package org.ashlar.platform.security.internal.model;

/** How an attempt to sign in ended. */
public enum SignInOutcome {
    OK, SECOND_STEP, WRONG, WRONG_CODE, LOCKED, REFUSED
}
