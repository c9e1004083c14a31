package io.redress.registration.investor;

/** 主体类型: participants are persons and organisations alike (2019 两高一部意见 十: 投入资金的单位和个人). */
public enum InvestorKind {
    PERSON,
    ORGANISATION
}
