package page

// script is the whole script of a page, the same for every page. It shows the buttons, opens what is folded for printing,
// and shows what was entered in a form as weights; all its words stand in the markup. It has neither < nor &, so that the
// page stays well-formed XML, and it writes texts as texts, never as markup.
const script = `"use strict";
(function () {
	function all(root, query) { return Array.from(root.querySelectorAll(query)); }
	function show(part, shown) { part.hidden = !shown; }
	function click(query, act) { all(document, query).forEach(function (b) { b.addEventListener("click", act); }); }
	function total(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }
	function say(part, template, n) { part.textContent = (template || "").replace("{n}", String(n)); }

	var folded = all(document, ".wm-page details");
	function fold(open) { return function () { folded.forEach(function (d) { d.open = open; }); }; }
	all(document, ".wm-tools").forEach(function (t) { show(t, true); });
	click(".wm-print", function () { window.print(); });
	click(".wm-unfold", fold(true));
	click(".wm-fold", fold(false));
	var before = [];
	window.addEventListener("beforeprint", function () { before = folded.map(function (d) { return d.open; }); fold(true)(); });
	window.addEventListener("afterprint", function () { folded.forEach(function (d, i) { d.open = before[i]; }); });

	// Whole shares of 100 that add up to 100: those with the largest remainders are rounded up.
	function shares(values) {
		var sum = total(values);
		var exact = values.map(function (v) { return v * 100 / sum; });
		var whole = exact.map(Math.floor);
		exact.map(function (_, i) { return i; })
			.sort(function (a, b) { return (exact[b] - whole[b]) - (exact[a] - whole[a]) || a - b; })
			.slice(0, 100 - total(whole)).forEach(function (i) { whole[i] += 1; });
		return whole;
	}

	all(document, ".wm-form[data-kind]").forEach(function (form) {
		var said = form.dataset, sum = form.querySelector(".wm-sum"), questions = all(form, ".wm-question");
		function answer(question) {
			var input = question.querySelector("input:checked, input[type=number]");
			return !input || input.value === "" || !input.validity.valid ? null : Number(input.value);
		}
		function draw(question, value, of) {
			var share = question.querySelector(".wm-share");
			show(share, value !== null);
			if (value === null) { return; }
			share.querySelector(".wm-bar").style.width = Math.min(100, value * 100 / of) + "%";
			say(share.querySelector(".wm-amount"), said.share, value);
		}
		function update() {
			var values = questions.map(answer);
			var given = values.filter(function (v) { return v !== null; });
			var open = values.length - given.length;
			show(sum, given.length > 0);
			if (said.kind === "shared") {
				var left = Number(said.total) - total(given);
				values.forEach(function (v, i) { draw(questions[i], v, Number(said.total)); });
				say(sum, left === 0 ? said.shared : left > 0 ? said.left : said.over, Math.abs(left));
				return;
			}
			var ready = open === 0 ? total(given) > 0 : false;
			var weights = ready ? shares(given) : [];
			questions.forEach(function (q, i) { draw(q, ready ? weights[i] : null, 100); });
			say(sum, open > 0 ? said.open : ready ? said.weights : said.none, open);
		}
		form.addEventListener("input", update);
		form.addEventListener("change", update);
		update();
	});
}());
`
