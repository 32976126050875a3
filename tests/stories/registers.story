# 名录入库：证件无效、不得入库的人员不予导入，其余照常。《工作细则》第四条至第六条。
机构 ../../examples/county/bureau.xml
定义 ../../workflows ../../forms ../../templates
记录人 陆明舟

日期 2026-08-31
拒绝 导入 执法检查人员 ../../examples/county/执法检查人员名录库.csv 理由 年度更新
应拒绝 AJ2121 雍乘风 无证
导入 检查对象 ../../examples/county/检查对象名录库_机构.csv 理由 2025年12月年度更新
导入 执业人员 ../../examples/county/检查对象名录库_执业人员.csv 理由 2025年12月年度更新
导入 执法检查人员 ../../examples/county/执法检查人员名录库.csv 理由 2025年12月年度更新 略去错行 是
导入 抽查事项 ../../examples/county/抽查事项清单.csv 理由 2026年第1版
