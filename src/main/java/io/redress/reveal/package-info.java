/**
 * Looking behind the mask (查看明文). Everything that names or reaches a person is masked in every view; whoever needs it in
 * clear names the fields and the purpose, may do so only so often, and leaves a trace that stays ({@code reveal}): who
 * looked at whom, when, at what and what for. So does a person's own extract (个人信息保护法 45) and a list taken away in
 * clear. Only somebody who has signed in may: scripts see what is masked.
 */
@Uses({"account", "extract", "registration"})
package io.redress.reveal;

import io.redress.common.feature.Uses;
