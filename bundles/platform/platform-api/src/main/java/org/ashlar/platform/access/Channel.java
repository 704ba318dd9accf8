package org.ashlar.platform.access;

/** Through which way a call came in; written to the audit log. */
public enum Channel {
    WEB, TOKEN, CONSOLE, IMPORT, JOB, SYSTEM, WECOM, DINGTALK, FEISHU
}
