/* Draws a bar chart beside a table from the table's own rows (data-label, data-value), so that both say the same. */
(function () {
    'use strict';
    var style = getComputedStyle(document.documentElement);
    function colour(name) {
        return style.getPropertyValue(name).trim();
    }
    document.querySelectorAll('[data-chart-of]').forEach(function (place) {
        var rows = Array.prototype.filter.call(
            document.querySelectorAll('#' + place.dataset.chartOf + ' tbody tr'),
            function (row) { return row.dataset.value !== undefined && row.dataset.value !== ''; });
        if (rows.length === 0 || typeof echarts === 'undefined') {
            place.hidden = true;
            return;
        }
        rows.reverse();
        place.style.height = (rows.length * 28 + 40) + 'px';
        var chart = echarts.init(place, null, { renderer: 'svg' });
        chart.setOption({
            animation: false,
            textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('--ink') },
            grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
            xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { lineStyle: { color: colour('--line') } } },
            yAxis: {
                type: 'category',
                data: rows.map(function (row) { return row.dataset.label; }),
                axisTick: { show: false },
                axisLabel: { width: 150, overflow: 'truncate', color: colour('--ink') }
            },
            series: [{
                type: 'bar',
                data: rows.map(function (row) { return Number(row.dataset.value); }),
                itemStyle: { color: colour('--accent') },
                label: {
                    show: true,
                    position: 'right',
                    color: colour('--ink'),
                    formatter: function (bar) { return rows[bar.dataIndex].querySelector('td').firstChild.textContent.trim(); }
                }
            }]
        });
        window.addEventListener('resize', function () { chart.resize(); });
    });
}());
