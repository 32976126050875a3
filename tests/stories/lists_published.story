# 公开：一个渠道不算已公开；两个渠道都有凭证才算。不是规定的渠道、登记过的渠道，不予登记。《工作细则》第六条。
接 registers.story

日期 2026-09-01
公开 执法检查人员 渠道 县政府门户网站 网址 https://www.chengyang.example/gongkai/1 时间 2026-09-01 截图 ../../examples/county/截图-名录公开.png
拒绝 公开 执法检查人员 渠道 公告栏 网址 https://www.chengyang.example/gongkai/1 时间 2026-09-01 截图 ../../examples/county/截图-名录公开.png
应拒绝 AJ2895 公告栏
拒绝 公开 执法检查人员 渠道 县政府门户网站 网址 https://www.chengyang.example/gongkai/1 时间 2026-09-01 截图 ../../examples/county/截图-名录公开.png
应拒绝 AJ2896 登记过
公开 执法检查人员 渠道 本单位新媒体 网址 https://www.chengyangsifa.example/s/1 时间 2026-09-01 截图 ../../examples/county/截图-名录公开.png
