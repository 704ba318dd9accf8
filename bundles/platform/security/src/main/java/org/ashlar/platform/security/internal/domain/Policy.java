package org.ashlar.platform.security.internal.domain;

import java.time.Duration;

/**
 * How people sign in to this installation.
 *
 * @param minLength least characters of a password
 * @param refuseCommon whether passwords that everybody guesses are refused
 * @param history how many former passwords may not come back, 0 for none
 * @param maxAgeDays days after which a password must be changed, 0 for never
 * @param lockAfter failures in a row that lock an account
 * @param lockMinutes how long the first lock lasts; each further one twice as long, a day at most
 * @param idle longest pause between two requests of a session
 * @param absolute longest life of a session
 * @param sessionPace requests a minute for one session, 0 for no limit
 * @param tokenPace requests a minute for one token, 0 for no limit
 * @param addressPace requests a minute from one address, 0 for no limit
 * @param tokenMaxDays longest life of a new token, 0 for no limit
 */
public record Policy(int minLength, boolean refuseCommon, int history, int maxAgeDays, int lockAfter, int lockMinutes,
        Duration idle, Duration absolute, int sessionPace, int tokenPace, int addressPace, int tokenMaxDays) {
    /** What holds before the database has answered. */
    public static final Policy DEFAULT = new Policy(PasswordPolicy.MIN, true, 5, 0, 10, 15, SessionLife.IDLE,
            SessionLife.ABSOLUTE, 6_000, 60_000, 60_000, 0);
    private static final int MAX_DOUBLINGS = 20;
    private static final Duration LONGEST_LOCK = Duration.ofDays(1);

    /** How long an account stays locked that was locked {@code before} times since the last success. */
    public Duration lock(int before) {
        Duration lock = Duration.ofMinutes((long) lockMinutes << Math.min(before, MAX_DOUBLINGS));
        return lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock;
    }
}
