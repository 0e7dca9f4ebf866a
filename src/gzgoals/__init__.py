"""gzgoals: an offline editor for 项目支出绩效目标表, the performance target table of a court's spending projects."""

__version__ = "0.1.0"
