package io.redress.platform;

/** What the platform sold. */
public enum PlatformKind {
    /** 网络借贷. */
    ONLINE_LENDING,
    /** 理财、财富管理. */
    WEALTH_MANAGEMENT,
    /** 私募、股权众筹. */
    EQUITY,
    /** 预付、消费返利. */
    PREPAID_CONSUMPTION,
    /** 虚拟货币. */
    VIRTUAL_CURRENCY,
    /** 养老服务. */
    ELDERLY_CARE,
    /** 其他. */
    OTHER
}
