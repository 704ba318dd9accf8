package org.ashlar.itests.torture;

/** One goal of reliability or security, tried on the running distribution. */
interface Trial {

    /** Name on the command line, for example {@code r1}. */
    String name();

    /** What it does, one line. */
    String title();

    /** Does it and writes its figures. */
    void run(Ground ground, Report report) throws Exception;
}
